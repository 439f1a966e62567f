-- An office takes back what it handed in until somebody accepts it.
ALTER TABLE direction_step DROP CONSTRAINT direction_step_action_check;
ALTER TABLE direction_step ADD CONSTRAINT direction_step_action_check
  CHECK (action IN ('submit', 'forward', 'accept', 'return', 'set-aside', 'close', 'reopen', 'withdraw'));
