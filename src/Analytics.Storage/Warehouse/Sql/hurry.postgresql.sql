-- whoever looks for a server that went away does not wait for it
SET statement_timeout = 15000
