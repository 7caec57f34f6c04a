"""Send a pending order somewhere else."""

from pydantic import ValidationError

from backoffice.shop.operation_context import OperationContext, Result
from domain.errors import ValidationFailed
from domain.shop import Address


async def change_shipping_address(context: OperationContext) -> Result:
    """Arguments: ``address``."""
    context.require_status("pending")
    context.order.shipping_address = read_address(context.argument("address"))
    return {}


def read_address(value: object) -> Address:
    """Raises ``ValidationFailed`` that names the field, never its value."""
    try:
        address = Address.model_validate(value)
    except ValidationError as error:
        fields = sorted({".".join(map(str, e["loc"])) or "address" for e in error.errors(include_input=False)})
        raise ValidationFailed(f"the address is not complete: {', '.join(fields)}") from None
    for name in ("line1", "city", "postcode", "country"):
        if not getattr(address, name).strip():
            raise ValidationFailed(f"the address is not complete: {name}")
    return address
