SELECT table_name, column_name FROM column_fill WHERE filled > 0
