// A name that the other module has not.
// Expect-Exit: 1
// Expect-Stderr: missing-export\.js:5\nimport self, \{ nothing as x \} from './fixtures/self\.mjs';\n               \^
// Expect-Stderr: ^SyntaxError: The requested module '\./fixtures/self\.mjs' does not provide an export named 'nothing'$
import self, { nothing as x } from './fixtures/self.mjs';
console.log(self, x);
