-- The day of the fall its owner was told of, so that she hears of each once.
ALTER TABLE customers ADD COLUMN fall_told_on date;
