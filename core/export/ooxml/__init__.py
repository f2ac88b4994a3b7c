"""The parts that Word and Excel files are made of: containers, markup, styles, tables, formulas."""
