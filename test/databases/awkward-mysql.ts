/** A database with all that makes a dump, its reading along and its comparison hard. */
export const AWKWARD = String.raw`
SET sql_mode = '';
SET time_zone = '+05:30';
CREATE TABLE plain (id int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY, t text, f float, d double, n decimal(30,10), b blob,
  bits bit(10), dt datetime(6), day date, ts timestamp NULL, y year, j json, e enum('a', 'b,''', ''), s set('x', 'y'), g geometry,
  bin binary(4), tm time(3), gen int GENERATED ALWAYS AS (id + 1) VIRTUAL, kept varchar(60) GENERATED ALWAYS AS (concat(t, '!')) STORED,
  z int(6) zerofill, hidden int INVISIBLE DEFAULT 7) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
INSERT INTO plain (t, f, d, n, b, bits, dt, day, ts, y, j, e, s, g, bin, tm, z) VALUES
  ('a\nb\\,\'(x),(y);\0"', 1.5, 0.1e0 + 0.2e0, -1.5, x'00ff275c3b', b'1010101010', '0000-00-00', '2026-00-00', '2026-01-01 00:00:00', 2026,
   '{"a": [1, null]}', 'b,''', 'x,y', ST_GeomFromText('POINT(1 2)', 4326), 'ab', '-10:00:00.5', 42),
  (NULL, NULL, NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, 'no such', '', NULL, NULL, NULL, NULL),
  ('', 0, -1e308, 0, NULL, 0, '9999-12-31 23:59:59.999999', '0000-00-00', 0, 0, NULL, '', NULL, NULL, '', '838:59:59', 0),
  ('😀 é', 0, 5e-324, 0, NULL, 0, NULL, NULL, NULL, NULL, 'null', 'a', 'y', ST_GeomFromText('GEOMETRYCOLLECTION(POINT(0 0))'), NULL, NULL, 1);
CREATE TABLE latin (c char(20), t text) ENGINE=InnoDB DEFAULT CHARSET=latin1; INSERT INTO latin VALUES ('é ü', 'ß');
CREATE TABLE twice (a int); INSERT INTO twice VALUES (7), (7), (7), (7);
CREATE TABLE ${'`we``ird "x\\;--\' é\nx`'} (${'`c``ol 1); INSERT`'} int, ${"`'`"} varchar(200));
INSERT INTO ${'`we``ird "x\\;--\' é\nx`'} VALUES (1, 'INSERT INTO plain VALUES (1);'), (2, '-- Dump completed\n'), (3, '\\');
CREATE TABLE aria (a int PRIMARY KEY, t varchar(9)) ENGINE=Aria; INSERT INTO aria VALUES (1, 'x');
CREATE TABLE myisam (a int AUTO_INCREMENT PRIMARY KEY) ENGINE=MyISAM; INSERT INTO myisam VALUES (1), (9);
CREATE TABLE parts (k int, v text) PARTITION BY RANGE (k) (PARTITION p0 VALUES LESS THAN (10), PARTITION p1 VALUES LESS THAN MAXVALUE);
INSERT INTO parts SELECT seq, concat('v', seq) FROM seq_1_to_100;
CREATE TABLE hen (id int PRIMARY KEY, egg int); CREATE TABLE egg (id int PRIMARY KEY, hen int, FOREIGN KEY (hen) REFERENCES hen (id));
ALTER TABLE hen ADD FOREIGN KEY (egg) REFERENCES egg (id);
SET foreign_key_checks = 0; INSERT INTO hen VALUES (1, 1); INSERT INTO egg VALUES (1, 1); SET foreign_key_checks = 1;
CREATE TABLE nothing (a int);
CREATE TABLE big (i int PRIMARY KEY, v varchar(300)); INSERT INTO big SELECT seq, concat(md5(seq), repeat('x', 200)) FROM seq_1_to_10000;
CREATE SEQUENCE counting START 5 INCREMENT -3 MINVALUE -100 MAXVALUE 10; SELECT NEXTVAL(counting) INTO @x;
CREATE VIEW ${'`se"en`'} AS SELECT id, t FROM plain; CREATE VIEW above AS SELECT count(*) AS n FROM ${'`se"en`'};
DELIMITER //
CREATE TRIGGER touched BEFORE INSERT ON twice FOR EACH ROW BEGIN SET NEW.a = NEW.a + 0; /* don't; */ -- it's
END//
CREATE PROCEDURE like_a_dump() BEGIN SELECT '
-- Dump completed
INSERT INTO plain VALUES (1);'; END//
CREATE FUNCTION three() RETURNS int DETERMINISTIC RETURN 3//
CREATE EVENT daily ON SCHEDULE EVERY 1 DAY DISABLE DO BEGIN DELETE FROM nothing; END//
DELIMITER ;
`;

export const AWKWARD_TABLES = 11;
export const AWKWARD_ROWS = 10_117;
