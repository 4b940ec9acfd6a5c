// The policy comes from the environment, and a wrong one is found by the first
// setup.
// Process: own (process-wide settings of the cluster)
// Env: NODE_CLUSTER_SCHED_POLICY=none
'use strict';

const assert = require('assert');
const cluster = require('cluster');
const { throwsError } = require('../common');

assert.strictEqual(cluster.schedulingPolicy, cluster.SCHED_NONE);
cluster.schedulingPolicy = 3;
throwsError(() => cluster.setupPrimary(), { code: 'ERR_INTERNAL_ASSERTION', message: /^Bad cluster.schedulingPolicy: 3\n/ });
