"""Amounts, discounts, payment methods, refunds and invoices."""
