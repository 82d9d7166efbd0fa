DELETE FROM write_holder
