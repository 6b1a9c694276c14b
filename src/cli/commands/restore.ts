import type { Command } from 'commander';
import type { TaskRunner } from '../task.ts';

export function addRestoreCommand(_program: Command, _runner: TaskRunner): void {}
