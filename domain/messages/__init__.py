"""Every sentence to a customer, by id and language: the English files have all of them, a company's own go before."""
