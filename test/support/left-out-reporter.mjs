// Says by name what was left out, and closes with one plain line that a machine can read.
export default class LeftOutReporter {
  onRunComplete(_contexts, results) {
    const leftOut = results.testResults
      .flatMap((file) => file.testResults)
      .filter((test) => test.status === 'pending')
      .map((test) => test.fullName);
    for (const name of leftOut) process.stdout.write(`Left out: ${name}\n`);
    const { numPassedTests, numFailedTests, numFailedTestSuites, numPendingTests } = results;
    const failed = numFailedTests + (numFailedTests === 0 ? numFailedTestSuites : 0);
    process.stdout.write(`\n${numPassedTests} passed, ${failed} failed, ${numPendingTests} skipped\n`);
  }
}
