#!/bin/sh
# Runs once, when the database's volume is new: the registry's login, which is no superuser, and its database.
set -eu
psql -v ON_ERROR_STOP=1 -U postgres -v password="$OWNER_PASSWORD" <<'SQL'
create role osteon_owner login createrole password :'password';
create database osteon owner osteon_owner;
SQL
