import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ByteString } from '../../src/bytestring.ts';
import { BrokenDump } from '../../src/databases/broken-dump.ts';
import { DumpContents } from '../../src/databases/mysql/contents.ts';
import { DumpReader } from '../../src/databases/mysql/dump-reader.ts';
import { isOlder, parseClientVersion, parseServerVersion } from '../../src/databases/mysql/product.ts';
import { identifier, literal, shownName } from '../../src/databases/mysql/sql.ts';
import { lossIn } from '../../src/databases/mysql/warnings.ts';

/** As mariadb-dump 10.11 and mysqldump 8 write it, put together. */
const DUMP = Buffer.from(
  String.raw`/*M!999999\- enable the sandbox mode */ 
-- MariaDB dump 10.19  Distrib 10.11.19-MariaDB, for debian-linux-gnu (x86_64)
--
-- Host: localhost    Database: it's
/*!40101 SET NAMES utf8mb4 */;
/*!40111 SET @OLD_SQL_NOTES=@@SQL_NOTES, SQL_NOTES=0 */;

DROP SEQUENCE IF EXISTS ${'`s``q`'};
CREATE SEQUENCE ${'`s``q`'} start with 5 minvalue 1;
DO SETVAL(${'`s``q`'}, 1005, 0);
DROP TABLE IF EXISTS ${'`plain`'};
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE ${'`plain`'} (
  ${'`a; ``(`'} int(10) unsigned NOT NULL AUTO_INCREMENT COMMENT 'x AUTO_INCREMENT=99;\n) ',
  ${'`t`'} text DEFAULT 'it''s;'
) ENGINE=InnoDB AUTO_INCREMENT=3 DEFAULT CHARSET=utf8mb4 COMMENT='y AUTO_INCREMENT=7';
LOCK TABLES ${'`plain`'} WRITE;
/*!40000 ALTER TABLE ${'`plain`'} DISABLE KEYS */;
INSERT INTO ${'`plain`'} VALUES
(1,'a\\,\'(x),(y);\n-- Dump completed\n'),
(2,NULL);
INSERT INTO ${'`plain`'} (${'`a; ``(`'}, ${'` VALUES`'}) VALUES (3,0xFF28),(4,_binary '\\');
UNLOCK TABLES;
DELIMITER ;;
/*!50003 CREATE*/ /*!50017 DEFINER=${'`ro``ot`@`%`'}*/ /*!50003 TRIGGER tr BEFORE INSERT ON plain FOR EACH ROW BEGIN
SET NEW.t = 'INSERT INTO x VALUES (1);'; /* don't; */ -- it's
# nor "this
/*MariaDB's*/ END */;;
/*!50106 CREATE*/ /*!50117 DEFINER=${'`root`@`localhost`'}*/ /*!50106 EVENT ${'`ev`'} ON SCHEDULE EVERY 1 DAY DO SELECT 1 */ ;;
CREATE DEFINER=${'`root`@`localhost`'} PROCEDURE ${'`p`'}()
BEGIN SELECT 'CREATE TABLE ${'`no`'} (a int);'; END ;;
CREATE DEFINER=${'`root`@`localhost`'} FUNCTION ${'`f`'}() RETURNS int(11)
RETURN 3 ;;
DELIMITER ;
/*!50001 DROP VIEW IF EXISTS ${'`v`'}*/;
/*!50001 CREATE ALGORITHM=UNDEFINED */
/*!50013 DEFINER=${'`root`@`localhost`'} SQL SECURITY DEFINER */
/*!50001 VIEW ${'`v`'} AS select 1 AS ${'`1`'} */;
/*!40111 SET SQL_NOTES=@OLD_SQL_NOTES */;

-- Dump completed
`,
  'latin1',
);

function read(parts: Iterable<Uint8Array>): DumpContents {
  const contents = new DumpContents();
  const reader = new DumpReader(contents);
  for (const part of parts) reader.push(part);
  reader.finish();
  return contents;
}

function* cut(bytes: Buffer, sizes: readonly number[]): Generator<Buffer> {
  let at = 0;
  for (let i = 0; at < bytes.length; i++) {
    const size = sizes[i % sizes.length] as number;
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

describe('a dump of MySQL', () => {
  test('says what it holds, however it is cut into chunks', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(sizes, (some) => {
        const { tables, rows, counters, sequences, objects } = read(cut(DUMP, some));
        expect([...tables]).toEqual(['plain']);
        expect(Object.fromEntries(rows)).toEqual({ plain: 4 });
        expect(Object.fromEntries(counters)).toEqual({ plain: '3' });
        expect(Object.fromEntries(sequences)).toEqual({ 's`q': '1005' });
        expect(objects).toEqual({ views: 1, routines: 2, triggers: 1, events: 1 });
      }),
      { numRuns: 30, examples: [[[1]]] },
    );
  });

  test('is broken wherever it is cut off', () => {
    const end = DUMP.lastIndexOf('-- Dump completed') + '-- Dump completed'.length;
    for (let length = 0; length <= end; length++) {
      expect(() => read([DUMP.subarray(0, length)])).toThrow(BrokenDump);
    }
  });

  test('is broken when something comes after its end', () => {
    expect(() => read([DUMP, Buffer.from('DROP TABLE plain;\n')])).toThrow(/lacks its end marker/);
    expect(() => read([DUMP, Buffer.from('INSERT INTO `plain` VALUES (9);\n')])).toThrow(
      /lacks its end marker/,
    );
  });
});

describe('a version', () => {
  test.each([
    ['10.11.19-MariaDB-0+deb12u1', 'mariadb', 10, 11],
    ['5.5.5-10.4.1-MariaDB-log', 'mariadb', 10, 4],
    ['8.4.2', 'mysql', 8, 4],
    ['5.6.24-log', 'mysql', 5, 6],
  ])('of a server, %s, is read', (text, product, major, minor) => {
    expect(parseServerVersion(text)).toEqual({ product, major, minor });
  });

  test.each([
    ['mysqldump  Ver 10.19 Distrib 10.11.19-MariaDB, for debian-linux-gnu (x86_64)', 'mariadb', 10, 11],
    ['mariadb-dump from 11.4.2-MariaDB, client 10.19 for debian-linux-gnu (x86_64)', 'mariadb', 11, 4],
    ['mysqldump  Ver 8.4.2 for Linux on x86_64 (MySQL Community Server - GPL)', 'mysql', 8, 4],
    ['mysqldump  Ver 10.13 Distrib 5.7.44, for linux-glibc2.12 (x86_64)', 'mysql', 5, 7],
  ])('of a client, %s, is read', (text, product, major, minor) => {
    expect(parseClientVersion(text)).toEqual({ product, major, minor });
  });

  test('is older or not', () => {
    const version = (major: number, minor: number) => ({ product: 'mysql' as const, major, minor });
    expect(isOlder(version(8, 0), version(8, 4))).toBe(true);
    expect(isOlder(version(10, 3), version(8, 4))).toBe(false);
    expect(isOlder(version(8, 4), version(8, 4))).toBe(false);
  });
});

test('SQL takes identifiers and literals as they are', () => {
  expect(identifier('a`; DROP' as ByteString)).toBe('`a``; DROP`');
  expect(literal("it's\\" as ByteString)).toBe("_utf8mb4 X'697427735c'");
  expect(literal('' as ByteString)).toBe("''");
  for (const bad of ['', 'a\0b']) expect(() => identifier(bad as ByteString)).toThrow(/NUL/);
  expect(shownName('plain' as ByteString)).toBe('plain');
  expect(shownName('a.b' as ByteString)).not.toBe(shownName('a`.`b' as ByteString));
});

test('a line of the dump tool’s that means loss is told from one that doesn’t', () => {
  expect(
    lossIn(['mysqldump: [Warning] Using a password on the command line interface can be insecure.']),
  ).toBeNull();
  expect(
    lossIn([
      "x: Deprecated program name. It will be removed in a future release, use '/usr/bin/mariadb-dump' instead",
    ]),
  ).toBeNull();
  expect(lossIn(['-- Warning: Skipping the data of table mysql.event.'])).toContain('Skipping');
});
