import pytest

from models.personal_data import RampartNameFinder
from privacy.masking import TextMasker
from privacy.vault import AesGcmVault

KEY = bytes(range(32))


@pytest.fixture(scope="session")
def vault() -> AesGcmVault:
    return AesGcmVault(KEY)


@pytest.fixture(scope="session")
def rules(vault: AesGcmVault) -> TextMasker:
    """Rules only, bound to a conversation."""
    return TextMasker(vault).within("c1")


@pytest.fixture(scope="session")
def masker(vault: AesGcmVault) -> TextMasker:
    """As the service has it."""
    return TextMasker(vault, RampartNameFinder(), ["Harbour & Pine"])
