/** Tables whose rows are a key and a JSON value, with generated columns; the queue, settings and the like have more. */
const PLAIN =
  `dashboards execution_queued executordelayed executorstate flow_topologies metrics multipleconditions service_instance sla_monitor
  subflow_executions templates worker_job_running`.split(/\s+/);

/** A database of the shape that Kestra's migrations give PostgreSQL, as far as dumps and restores may stumble over it. */
export const POSTGRESQL_SCHEMA = `
CREATE TYPE state_type AS ENUM ('CREATED','RUNNING','PAUSED','RESTARTED','KILLING','SUCCESS','WARNING','FAILED','KILLED','CANCELLED','QUEUED','RETRYING','RETRIED','SKIPPED');
CREATE TYPE log_level AS ENUM ('ERROR','WARN','INFO','DEBUG','TRACE');
CREATE TYPE queue_type AS ENUM ('io.kestra.core.models.executions.Execution','io.kestra.core.models.flows.Flow');
CREATE FUNCTION state_fromtext(text) RETURNS state_type LANGUAGE sql IMMUTABLE RETURN CAST($1 AS state_type);
CREATE FUNCTION loglevel_fromtext(text) RETURNS log_level LANGUAGE sql IMMUTABLE RETURN CAST($1 AS log_level);
CREATE FUNCTION parse_iso8601_datetime(text) RETURNS timestamptz LANGUAGE sql IMMUTABLE RETURN $1::timestamptz;
CREATE FUNCTION fulltext_index(text) RETURNS tsvector LANGUAGE sql IMMUTABLE RETURN to_tsvector('simple', $1);
CREATE FUNCTION update_updated() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.updated = now(); RETURN NEW; END $$;
CREATE TABLE flows (key varchar(250) PRIMARY KEY, value jsonb NOT NULL,
  id varchar(100) NOT NULL GENERATED ALWAYS AS (value->>'id') STORED,
  namespace varchar(150) NOT NULL GENERATED ALWAYS AS (value->>'namespace') STORED,
  fulltext tsvector GENERATED ALWAYS AS (fulltext_index(CAST(value->>'namespace' AS varchar)) || fulltext_index(CAST(value->>'id' AS varchar))) STORED);
CREATE INDEX flows_fulltext ON flows USING GIN (fulltext);
CREATE TABLE executions (key varchar(250) PRIMARY KEY, value jsonb NOT NULL,
  id varchar(100) NOT NULL GENERATED ALWAYS AS (value->>'id') STORED,
  state_current state_type NOT NULL GENERATED ALWAYS AS (state_fromtext(value#>>'{state,current}')) STORED,
  start_date timestamptz GENERATED ALWAYS AS (parse_iso8601_datetime(value#>>'{state,startDate}')) STORED);
CREATE INDEX executions_state ON executions USING hash (state_current);
CREATE INDEX executions_running ON executions (start_date) WHERE state_current = 'RUNNING';
CREATE TABLE logs (key varchar(30) PRIMARY KEY, value jsonb NOT NULL, level log_level GENERATED ALWAYS AS (loglevel_fromtext(value->>'level')) STORED);
CREATE TABLE triggers (key varchar(250) PRIMARY KEY, value jsonb NOT NULL);
CREATE TABLE settings (key varchar(250) PRIMARY KEY, value jsonb NOT NULL);
CREATE TABLE queues ("offset" SERIAL PRIMARY KEY, type queue_type NOT NULL, key varchar(250) NOT NULL, value jsonb NOT NULL, updated timestamptz DEFAULT now());
CREATE TRIGGER queues_updated BEFORE UPDATE ON queues FOR EACH ROW EXECUTE PROCEDURE update_updated();
${PLAIN.map((name) => `CREATE TABLE ${name} (key varchar(250) PRIMARY KEY, value jsonb NOT NULL);`).join('\n')}
CREATE TABLE flyway_schema_history (installed_rank integer PRIMARY KEY, version varchar(50), description varchar(200) NOT NULL, success boolean NOT NULL);
INSERT INTO flyway_schema_history SELECT i, i, 'migration', true FROM generate_series(1, 27) AS i;
INSERT INTO flows SELECT 'main_etl_' || i, jsonb_build_object('id', 'etl-' || i, 'namespace', 'company.team') FROM generate_series(1, 5) AS i;
INSERT INTO settings VALUES ('instance.uuid', '{"key":"instance.uuid"}');
INSERT INTO triggers VALUES ('main_etl_daily', '{"triggerId":"daily"}');
INSERT INTO logs SELECT i, jsonb_build_object('level', 'INFO', 'message', 'line ' || i) FROM generate_series(1, 40) AS i;
INSERT INTO queues (type, key, value) SELECT 'io.kestra.core.models.flows.Flow', 'k' || i, '{}' FROM generate_series(1, 9) AS i;
UPDATE queues SET key = 'changed' WHERE "offset" = 3;
${executionsSql((json) => `'${json}'`)}
`;

/** The same of MySQL's, which MariaDB takes. */
export const MYSQL_SCHEMA = `
CREATE TABLE flows (\`key\` varchar(250) PRIMARY KEY, value json NOT NULL, id varchar(100) GENERATED ALWAYS AS (JSON_UNQUOTE(JSON_EXTRACT(value, '$.id'))) STORED);
CREATE TABLE executions (\`key\` varchar(250) PRIMARY KEY, value json NOT NULL,
  state_current varchar(20) GENERATED ALWAYS AS (JSON_UNQUOTE(JSON_EXTRACT(value, '$.state.current'))) STORED);
CREATE TABLE triggers (\`key\` varchar(250) PRIMARY KEY, value json NOT NULL);
CREATE TABLE settings (\`key\` varchar(250) PRIMARY KEY, value json NOT NULL);
CREATE TABLE flyway_schema_history (installed_rank int PRIMARY KEY, version varchar(50), success tinyint(1) NOT NULL);
INSERT INTO flyway_schema_history VALUES (1, '1', 1), (2, '2', 1);
INSERT INTO flows (\`key\`, value) VALUES ('a', '{"id":"etl-1"}'), ('b', '{"id":"etl-2"}');
INSERT INTO settings VALUES ('instance.uuid', '{}');
INSERT INTO triggers VALUES ('t', '{}');
${executionsSql((json) => `'${json.replaceAll('\\', '\\\\')}'`, '`key`')}
`;

/** Two executions whose files the stand-in's storage holds, one of them twice and one by a name that a URI must encode. */
function executionsSql(literal: (json: string) => string, key = 'key'): string {
  const of = (id: string, outputs: object) =>
    literal(JSON.stringify({ id, tenantId: 'main', state: { current: 'SUCCESS' }, outputs }));
  const uri = (id: string) => `kestra:///company/team/etl/executions/${id}/tasks/load/rows.ion`;
  return `INSERT INTO executions (${key}, value) VALUES
  ('4Xk', ${of('4Xk', { uri: uri('4Xk'), again: `see ${uri('4Xk')}` })}),
  ('7Qz', ${of('7Qz', { uri: uri('7Qz'), script: 'kestra:///_files/my%20folder/script%20%C3%A9.py' })});`;
}
