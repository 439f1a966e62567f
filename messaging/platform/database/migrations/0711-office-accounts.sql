-- Accounts of an account's office, itself among them: what one hand did is counted by office, not by account.
CREATE FUNCTION office_accounts(account text) RETURNS SETOF text LANGUAGE sql STABLE AS $$
  SELECT account UNION SELECT other.id FROM person AS own JOIN person AS other
    ON other.role = own.role AND other.area IS NOT DISTINCT FROM own.area WHERE own.id = account
$$;
