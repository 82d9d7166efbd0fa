SELECT language, stored, shown FROM label ORDER BY language, stored
