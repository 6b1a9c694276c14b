/** A database with all that makes a dump, its reading along and its comparison hard. */
export const AWKWARD = String.raw`
CREATE EXTENSION hstore;
CREATE TABLE plain (id serial PRIMARY KEY, t text, gone date, f float8, ts timestamptz, b bytea, j jsonb, n numeric, arr text[], iv interval, m money);
INSERT INTO plain (t, f, ts, b, j, n, arr, iv, m) VALUES
  ('a', 'NaN', 'infinity', '\x00ff5c6e0a', '{"a":[1,null]}', 'NaN', '{a,NULL,"x,y"}', '1 day 2 hours', '12.34'),
  (NULL, '-Infinity', '2026-01-01 00:00:00.123456+05', '', 'null', 1e-30, '{}', NULL, NULL),
  ('', '-0', '-infinity', NULL, NULL, NULL, NULL, NULL, NULL),
  (E'tab\there\nline\\.\n\\.\n\\N\r', 0.1, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
ALTER TABLE plain DROP COLUMN gone;
CREATE TABLE twice (a int); INSERT INTO twice SELECT 7 FROM generate_series(1, 4);
CREATE TABLE nothing (); INSERT INTO nothing DEFAULT VALUES; INSERT INTO nothing DEFAULT VALUES;
CREATE SCHEMA "We ird""s.x";
CREATE TABLE "We ird""s.x"."ta b'l
e;--\,x() $$ :a" ("c""ol 1
x" int GENERATED ALWAYS AS IDENTITY, x text, "é" text DEFAULT 'ü');
INSERT INTO "We ird""s.x"."ta b'l
e;--\,x() $$ :a" (x) VALUES ('COPY a FROM stdin;'), ('\.'), (E'\n-- PostgreSQL database dump complete\n');
CREATE TABLE generated (a int, b int GENERATED ALWAYS AS (a * 2) STORED); INSERT INTO generated SELECT generate_series(1, 1000);
CREATE FUNCTION doubled(a int) RETURNS int IMMUTABLE LANGUAGE sql BEGIN ATOMIC SELECT CASE WHEN a > 0 THEN a * 2 ELSE 0 END; END;
CREATE FUNCTION "odd é\f;"(a text) RETURNS text IMMUTABLE LANGUAGE plpgsql AS $f$ BEGIN RETURN pg_catalog.upper(a) || '\'; END $f$;
CREATE TABLE "é\t" (a int, t text DEFAULT 'C:\', b int GENERATED ALWAYS AS (doubled(a) + 1) STORED,
  "é\c" text GENERATED ALWAYS AS ("odd é\f;"(t)) STORED CHECK ("é\c" <> E'\'; \\! \n'));
INSERT INTO "é\t" (a) VALUES (-1), (2); INSERT INTO "é\t" (t) VALUES (NULL), (E'\t\\');
CREATE RULE "twice; \" AS ON UPDATE TO "é\t" DO ALSO (DELETE FROM twice; INSERT INTO twice VALUES (8); NOTIFY x, 'a;\');
COMMENT ON TABLE "é\t" IS 'path C:\';
CREATE TABLE parts (k int, v text) PARTITION BY RANGE (k);
CREATE TABLE part1 PARTITION OF parts FOR VALUES FROM (0) TO (10);
CREATE TABLE part2 (v text, k int); ALTER TABLE parts ATTACH PARTITION part2 FOR VALUES FROM (10) TO (100);
INSERT INTO parts SELECT i, 'v' || i FROM generate_series(0, 99) AS i;
CREATE TABLE parent (a int); CREATE TABLE child (b int) INHERITS (parent);
INSERT INTO parent VALUES (1); INSERT INTO child VALUES (2, 3);
CREATE TYPE mood AS ENUM ('sad', 'ok'); CREATE DOMAIN positive AS int CHECK (VALUE > 0);
CREATE TABLE typed (m mood, p positive, h hstore); INSERT INTO typed VALUES ('ok', 3, 'a=>1,b=>NULL');
CREATE FUNCTION like_a_dump() RETURNS text LANGUAGE sql AS $body$
SELECT '--
-- Data for Name: x; Type: TABLE DATA; Schema: public; Owner: postgres
--

COPY public.fake (a) FROM stdin;
-- PostgreSQL database dump complete
'
$body$;
CREATE VIEW seen AS SELECT a FROM generated; CREATE MATERIALIZED VIEW counted AS SELECT count(*) FROM generated;
CREATE SEQUENCE "S q'" START 5 INCREMENT -3 MINVALUE -100 MAXVALUE 10; SELECT nextval('"S q''"');
SELECT lo_from_bytea(0, decode(repeat('ab', 100000), 'hex')), lo_from_bytea(0, ''), lo_from_bytea(0, '\x00');
CREATE UNLOGGED TABLE unlogged (a int); INSERT INTO unlogged VALUES (1);
CREATE TABLE big AS SELECT i, md5(i::text) || repeat('x', 200) AS v FROM generate_series(1, 10000) AS i;
`;

export const AWKWARD_TABLES = 13;
export const AWKWARD_ROWS = 11_121;
