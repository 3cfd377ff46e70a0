"""The views of the database: who answers, how things stood on a day, what is missing.

They join what stands in the tables, and work nothing out.
"""

WHO_OWNS = """\
CREATE VIEW who_owns AS -- who answers for each measure: as yp who-owns, a row a party behind them
SELECT
  measures.base,
  measures.id AS measure,
  measures.code,
  measures.title,
  owners.position,
  owners.actor,
  actor.name AS actor_name,
  owners.role,
  owners.answers,
  owners.part,
  CASE WHEN owners.actor IS NULL THEN measures.nobody_label ELSE owners.label END AS label,
  owners.decided,
  owners.ended,
  owners.successor,
  owner_parties.party,
  party.name AS party_name,
  owner_parties.how,
  owner_parties.way,
  this.source,
  this.is_there AS measure_there,
  this.begins AS measure_begins,
  this.ended AS measure_ended,
  party.is_there AS party_there
FROM measures
JOIN records AS this ON this.id = measures.id
LEFT JOIN owners ON owners.measure = measures.id
LEFT JOIN records AS actor ON actor.id = owners.actor
LEFT JOIN owner_parties
  ON owner_parties.measure = owners.measure AND owner_parties.owner = owners.position
LEFT JOIN records AS party ON party.id = owner_parties.party"""

OWNED_BY = """\
CREATE VIEW owned_by AS -- what each party answers for or takes part in on the day: as yp owned-by
SELECT
  base,
  party,
  party_name,
  party_there,
  measure,
  code,
  title,
  role,
  answers,
  part,
  how,
  way,
  position,
  actor,
  actor_name,
  label,
  decided,
  source
FROM who_owns
WHERE measure_there AND party IS NOT NULL"""

STATE_ON = """\
CREATE VIEW state_on AS -- how measures stood: as yp status --as-of; WHERE day = '2024-12-31'
WITH RECURSIVE days (day) AS (
  SELECT min(since) FROM history
  UNION ALL
  SELECT date(day, '+1 day') FROM days, exports WHERE day < exports.as_of
)
SELECT
  days.day,
  measures.base,
  measures.id AS measure,
  measures.code,
  measures.title,
  history.situation,
  history.state,
  history.own_word,
  history.since,
  history.last_update,
  history.told_by,
  history.told_on_written,
  measures.due,
  coalesce(measures.due < days.day, 0) AND NOT history.is_ended AS is_late
FROM days
JOIN history
  ON history.party IS NULL
  AND history.since <= days.day
  AND (history.until IS NULL OR days.day <= history.until)
JOIN measures ON measures.id = history.measure"""

GAPS = """\
CREATE VIEW gaps AS -- what is missing on the day asked: as yp gaps, whose numbers sum counted
SELECT
  missing.base,
  missing.position,
  missing.kind,
  missing.record,
  records.kind AS record_kind,
  measures.code,
  records.name,
  missing.since,
  missing.since_stated,
  missing.age_days,
  missing.decides,
  decider.name AS decides_name,
  missing.about,
  missing.counted,
  missing.missing_count,
  missing.of_all,
  missing.period,
  missing.begins,
  missing.language,
  missing.source
FROM missing
JOIN records ON records.id = missing.record
LEFT JOIN measures ON measures.id = missing.record
LEFT JOIN records AS decider ON decider.id = missing.decides"""

STATEMENTS = (WHO_OWNS, OWNED_BY, STATE_ON, GAPS)
"""What makes the views, in the order in which they are told."""
