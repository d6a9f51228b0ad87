export type ServiceName = 'redis' | 'neo4j';

export interface Missing {
  readonly program: string;
  readonly package: string;
  readonly why: string;
}

export interface RedisServer {
  readonly url: string;
  readonly port: number;
  readonly password: string;
  readonly pid: number;
  /** False where it was already running. */
  readonly started: boolean;
  stop(): Promise<void>;
}
export interface Neo4jLease {
  readonly url: string;
  readonly user: string;
  readonly password: string;
  release(): Promise<void>;
}
export interface ServiceStatus {
  readonly name: ServiceName;
  readonly running: boolean;
  readonly pid?: number;
  readonly ports?: Record<string, number>;
  readonly environment: Record<string, string>;
}

export function describeMissing(missing: readonly Missing[]): string;
export function missingFor(name: ServiceName, dir?: string): Missing[];
export function installServices(names: readonly ServiceName[], dir?: string): void;
export function startRedis(options?: { dir?: string; port?: number }): Promise<RedisServer>;
export function leaseNeo4j(options?: { dir?: string }): Promise<Neo4jLease>;
export function up(names: readonly ServiceName[], dir?: string): Promise<ServiceStatus[]>;
export function down(names: readonly ServiceName[], dir?: string): Promise<void>;
export function status(names: readonly ServiceName[], dir?: string): ServiceStatus[];
