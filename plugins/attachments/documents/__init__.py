"""Documents of office programs and PDF: what they tell of those who made them, and how that is taken out."""
