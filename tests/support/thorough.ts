// How much a run of the tests tries: at hand what tells most, in CI everything.

/** `API_QUIZ_TESTS=thorough`, as in CI: the whole bank where a sample of it is taken at hand, and every run of a property. */
export const THOROUGH = process.env.API_QUIZ_TESTS === 'thorough';
