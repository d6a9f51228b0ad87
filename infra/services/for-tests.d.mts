import type { Neo4jLease, RedisServer, ServiceName } from './index.mjs';

export function canTestWith(name: ServiceName): boolean;
export function neo4jForTests(): Promise<Neo4jLease>;
export function redisForTests(): Promise<RedisServer>;
