import type { Command } from 'commander';
import type { TaskRunner } from '../task.ts';

export function addCheckCommand(_program: Command, _runner: TaskRunner): void {}
