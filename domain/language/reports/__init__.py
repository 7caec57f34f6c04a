"""What customers report: problems, reasons, and whether goods or money are wanted for them."""
