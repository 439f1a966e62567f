-- Tokens of one gateway, shared by every process. By Redis' own clock, so that machines need not agree.
-- KEYS[1] bucket   ARGV[1] tokens a second   ARGV[2] capacity   ARGV[3] tokens wanted   ARGV[4] tokens owed for what has left
-- Returns the tokens granted (0 to wanted) and the milliseconds until the next one.
-- A bucket that is gone (FLUSHALL, a new Redis) begins empty: the rate is never exceeded by it.
local rate = tonumber(ARGV[1])
local capacity = tonumber(ARGV[2])
local wanted = tonumber(ARGV[3])
local time = redis.call('TIME')
local now = time[1] * 1000 + time[2] / 1000
local state = redis.call('HMGET', KEYS[1], 'tokens', 'at')
local tokens = tonumber(state[1]) or 0
local at = tonumber(state[2]) or now
tokens = math.min(capacity, tokens + math.max(0, now - at) * rate / 1000) - tonumber(ARGV[4])
local granted = math.max(0, math.min(wanted, math.floor(tokens)))
tokens = tokens - granted
redis.call('HSET', KEYS[1], 'tokens', tostring(tokens), 'at', tostring(now))
redis.call('PEXPIRE', KEYS[1], math.ceil(capacity / rate * 1000) + 60000)
local waitMs = 0
if granted < wanted then
  waitMs = math.ceil((1 - tokens) / rate * 1000)
end
return { granted, waitMs }
