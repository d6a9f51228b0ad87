export { connectRedis } from './connection.ts';
export { consume, type ConsumeOptions, type Handler } from './consume.ts';
export { dropDead, listDead, replayDead, type DeadLetter } from './dead.ts';
export { enqueue, enqueueDocument, type Enqueued, type JobOf } from './produce.ts';
export { closeQueues, countJobs, openQueues, stageNames, type Queues, type StageCounts } from './queues.ts';
export { addSchedule, listSchedules, removeSchedule, type Schedule, type Timing } from './schedules.ts';
