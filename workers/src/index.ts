export { runWorkers, type WorkerOptions } from './main.ts';
