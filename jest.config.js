// ES modules run under NODE_OPTIONS=--experimental-vm-modules, which the npm scripts set.
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/crash/long/'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'es6' } }] },
  maxWorkers: '100%',
  // Modules loaded for one file of tests are never given back; a worker that has grown this large is replaced by a fresh one.
  workerIdleMemoryLimit: '1200MB',
  // Only for what would never end: no test proves by it that something is quick, and a busy machine may need many times what a quiet one does.
  testTimeout: 90_000,
};
