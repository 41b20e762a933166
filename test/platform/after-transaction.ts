// A program of its own: prints whether Node still follows every promise after a transaction. In a test Jest itself has them followed.
import { executionAsyncId } from 'node:async_hooks';
import { openMemory } from '../../src/platform/db/open.ts';
import { transact } from '../../src/platform/db/transact.ts';

const { db, close } = await openMemory();
await transact(db, () => Promise.resolve());
await Promise.resolve();
process.stdout.write(executionAsyncId() === 0 ? 'free' : 'followed');
await close();
