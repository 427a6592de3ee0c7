"""The press: inks, forms, halftones and the sheet they are printed on. It knows no picture."""
