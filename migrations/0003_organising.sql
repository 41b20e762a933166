-- What organisers need to run a programme of many leaders.

-- Choosing each other.

-- The preview.

-- Measuring.

-- Rosters.

-- What waits for organisers.
