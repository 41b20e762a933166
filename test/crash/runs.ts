// `npm run test:crash -- rotation …` kills the whole bot while it sends a round; without a word, the postman alone is killed at every passage.
await (process.argv[2] === 'rotation' ? import('./killed-round.ts') : import('./crash.ts'));
