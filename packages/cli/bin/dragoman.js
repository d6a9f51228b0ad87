#!/usr/bin/env node
import { tuneEngine } from '@dragoman/core';

tuneEngine();
const { main } = await import('../dist/main.js');

process.exitCode = await main(process.argv);
