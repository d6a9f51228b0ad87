#!/usr/bin/env node
import { tuneEngine } from '@dragoman/core';

tuneEngine();
const { main } = await import('../dist/main.js');

process.exitCode = await main(process.argv);
// A query that ran out of time goes on in the embedded engine, which cannot stop it: nobody waits for it.
setTimeout(() => process.exit(), 500).unref();
