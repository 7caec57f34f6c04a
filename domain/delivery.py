"""When an order is to be expected, and whether it is late: by the carrier's own day, without one by the policy's working days."""

from datetime import date, datetime, timedelta

from domain.rules.policy import ShippingRule
from domain.shop import Order

_SATURDAY = 5


def working_days_after(start: date, end: date) -> int:
    """Mondays to Fridays after ``start``, ``end`` among them; holidays are not known here, so they count."""
    weeks, rest = divmod(max(0, (end - start).days), 7)
    return 5 * weeks + sum((start + timedelta(days=n)).weekday() < _SATURDAY for n in range(1, rest + 1))


def working_day_after(start: date, days: int) -> date:
    """The ``days``-th Monday to Friday after ``start``."""
    day = start
    while days > 0:
        day += timedelta(days=1)
        days -= day.weekday() < _SATURDAY
    return day


def expected(order: Order, rule: ShippingRule, now: datetime) -> tuple[date, date] | None:
    """The first and the last day on which all of an open order is to be expected; None for one that is not open, or is late."""
    if order.status not in ("pending", "processed", "shipped") or is_late(order, rule, now):
        return None
    promised = [s.estimated_delivery.date() for s in order.shipments if s.status != "delivered" and s.estimated_delivery]
    if promised:
        return max(promised), max(promised)
    first, last = (working_day_after(order.placed_at.date(), days) for days in rule.standard_days)
    return max(first, now.date()), last


def is_late(order: Order, rule: ShippingRule, now: datetime) -> bool:
    """Whether an open order is past the day that the carrier gave, or, with no such day, past the policy's standard days."""
    if order.status not in ("pending", "processed", "shipped"):
        return False
    on_the_way = [s for s in order.shipments if s.status != "delivered"]
    promised = [s.estimated_delivery.date() for s in on_the_way if s.estimated_delivery]
    if promised:
        return min(promised) < now.date()
    return working_days_after(order.placed_at.date(), now.date()) > rule.standard_days[1]


def has_no_day(order: Order) -> bool:
    """Whether an open order has no day from a carrier, so that only the usual days can be told."""
    return order.status in ("pending", "processed", "shipped") and not any(s.estimated_delivery for s in order.shipments)
