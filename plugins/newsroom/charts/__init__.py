"""Charts of tables: bars, columns and lines, drawn as SVG whose text keeps its size in a column of any width."""
