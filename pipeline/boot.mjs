// A worker thread starts without the TypeScript loader of its parent: bring it in, then hand out the tasks.
import { register } from 'tsx/esm/api';

register();
const { tasks } = await import('./worker.ts');
export const { ingestSources, extractArticles, publishRows, verifyRows } = tasks;
