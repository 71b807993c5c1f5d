using AccountNudge.CrashHelper;

// messenger PORT SEED                              counts what is posted to it
// worker sqlite|postgres CONNECTION PORT SECONDS   sweeps and dispatches at one instant until it is killed
// node CONNECTION PORT SECONDS                     runs the jobs on PostgreSQL at one instant until it is killed
if (args is ["messenger", var port, var seed]) await CountingMessenger.Run(port, seed);
else if (args is ["worker", var kind, var connection, var messenger, var now]) await Worker.Run(kind, connection, messenger, now);
else if (args is ["node", var database, var posts, var at]) await SchedulerNode.Run(database, posts, at);
else throw new InvalidOperationException("Say messenger, worker or node.");
