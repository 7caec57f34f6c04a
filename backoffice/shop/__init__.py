"""The embedded demo shop: a small back office in SQL that meets `domain.ports.order_desk.OrderDesk`."""
