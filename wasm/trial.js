// A trial is a run of a scenario that is on its way to being another one, many
// a second: nobody checks it beforehand, and its records stay text.

// trial runs a scenario's JSON in one of threads. onbatch gets the records as
// they come, as the texts of arrays. It resolves when the run is over, and
// rejects if the scenario is bad or the engine died.
export function trial(threads, scenario, maxRecords, onbatch) {
  return new Promise((resolve, reject) => {
    const thread = threads.take();
    const leave = () => (thread.onmessage = thread.onfailure = undefined);
    const fail = (why) => {
      leave();
      thread.terminate();
      reject(new Error(why));
    };
    thread.onfailure = fail;
    thread.onmessage = ({ records, ended, worn, failed }) => {
      if (records !== undefined) return onbatch(records);
      if (ended === undefined) return fail(failed);
      leave();
      if (worn) thread.terminate();
      else threads.give(thread);
      resolve();
    };
    thread.post({ start: { scenario, maxRecords } });
  });
}
