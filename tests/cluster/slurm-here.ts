import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pause } from './processes.ts';

/** Slurm with one node on this machine, started from a folder of its own; as Debian's packages slurmctld, slurmd and slurm-client have it. */
export interface Slurm {
  readonly env: Record<string, string | undefined>;
  /** Waits for a job and gives its last state. */
  finished(job: string): Promise<string>;
  stop(): void;
}

const daemons = ['slurmctld', 'slurmd', 'sbatch', 'squeue'];

/** Can it be started here? */
export const hasSlurm = (): boolean =>
  process.getuid?.() === 0 && daemons.every((name) => spawnSync('which', [name]).status === 0);

/** Starts controller and node. */
export async function startSlurm(folder: string): Promise<Slurm> {
  const conf = path.join(folder, 'slurm.conf');
  for (const name of ['state', 'spool']) mkdirSync(path.join(folder, name), { recursive: true });
  writeFileSync(conf, configuration(folder));
  const env = { ...process.env, SLURM_CONF: conf };
  const children: ChildProcess[] = [
    spawn('slurmctld', ['-D', '-i', '-f', conf], { env, stdio: 'ignore' }),
    spawn('slurmd', ['-D', '-f', conf, '-N', os.hostname()], { env, stdio: 'ignore' }),
  ];
  const ask = (command: string, ...args: string[]): string =>
    spawnSync(command, args, { env, encoding: 'utf8' }).stdout ?? '';
  for (let i = 0; !/idle/.test(ask('sinfo', '-h', '-o', '%T')); i++) {
    if (i > 60) throw new Error(`Slurm did not start: see ${folder}`);
    await pause(500);
  }
  return {
    env,
    async finished(job) {
      for (;;) {
        const states = ask('scontrol', 'show', 'job', job).match(/JobState=(\w+)/g) ?? [];
        if (states.every((state) => !/PENDING|RUNNING|COMPLETING|CONFIGURING|REQUEUED|SUSPENDED/.test(state))) {
          return [...new Set(states.map((state) => state.slice('JobState='.length)))].join(' ');
        }
        await pause(500);
      }
    },
    stop() {
      spawnSync('scancel', ['--full', '--user', String(execFileSync('id', ['-un'])).trim()], { env });
      for (const child of children.reverse()) child.kill('SIGTERM');
    },
  };
}

const configuration = (folder: string): string => `ClusterName=here
SlurmctldHost=${os.hostname()}(127.0.0.1)
SlurmUser=root
AuthType=auth/none
CredType=cred/none
SlurmctldPort=16817
SlurmdPort=16818
StateSaveLocation=${folder}/state
SlurmdSpoolDir=${folder}/spool
SlurmctldPidFile=${folder}/slurmctld.pid
SlurmdPidFile=${folder}/slurmd.pid
SlurmctldLogFile=${folder}/slurmctld.log
SlurmdLogFile=${folder}/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
MpiDefault=none
ReturnToService=2
MinJobAge=3600
SchedulerParameters=sched_interval=1
NodeName=${os.hostname()} NodeAddr=127.0.0.1 CPUs=${os.availableParallelism()} RealMemory=${Math.floor(os.totalmem() / 2 ** 20) - 500} State=UNKNOWN
PartitionName=all Nodes=ALL Default=YES MaxTime=INFINITE State=UP
`;
