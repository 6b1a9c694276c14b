import { doltService } from './dolt.ts';
import { mariadbService, mysqlService } from './mysql.ts';
import { opensearchService } from './opensearch.ts';
import { postgresqlService } from './postgresql.ts';
import { redisService } from './redis.ts';
import type { EngineService } from './service.ts';

/** Every engine that a drill can start a server of. One more is one more line here, and a role in IMAGE_ROLES. */
export const SERVICES: readonly EngineService[] = [
  postgresqlService,
  mariadbService,
  mysqlService,
  redisService,
  doltService,
  opensearchService,
];

/** Null: no server is started for it. @param engine As dump records name it. */
export function serviceOf(engine: string): EngineService | null {
  return SERVICES.find((service) => service.engine === engine) ?? null;
}
