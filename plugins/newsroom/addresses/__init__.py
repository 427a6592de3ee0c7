"""Former addresses of a publication: their normal form, `addresses.toml`, and the pages that lead on from them."""
