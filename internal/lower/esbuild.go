//go:build !noesbuild

package lower

import (
	"fmt"

	"github.com/evanw/esbuild/pkg/api"
	"github.com/go-sourcemap/sourcemap"
)

// lacking are the features that goja has not; everything else of ES2022 is
// left as it is.
var lacking = map[string]bool{
	"async-generator":                 false,
	"for-await":                       false,
	"using":                           false,
	"regexp-match-indices":            false,
	"regexp-set-notation":             false,
	"regexp-unicode-property-escapes": false,
	"dynamic-import":                  false,
	// Decorators are no part of the language that Node 24 takes.
	"decorators": true,
}

// lackingInModules leaves import() to the linker of ES modules.
var lackingInModules = func() map[string]bool {
	features := map[string]bool{}
	for name, has := range lacking {
		features[name] = has
	}
	delete(features, "dynamic-import")
	return features
}()

// Lower rewrites text. A *SyntaxError means that esbuild refuses it as well.
func Lower(text string, o Options) (*Result, error) {
	options := api.TransformOptions{
		Sourcefile:     o.Name,
		Loader:         api.LoaderJS,
		Target:         api.ES2022,
		Platform:       api.PlatformNode,
		Charset:        api.CharsetUTF8,
		Supported:      lacking,
		Sourcemap:      api.SourceMapExternal,
		SourcesContent: api.SourcesContentExclude,
		LegalComments:  api.LegalCommentsNone,
		LogLevel:       api.LogLevelSilent,
		// As Node, which only strips types: an import stays, used or not.
		TsconfigRaw: `{"compilerOptions":{"verbatimModuleSyntax":true}}`,
	}
	if o.Language == TypeScript {
		options.Loader = api.LoaderTS
	}
	if o.Module {
		options.Format = api.FormatESModule
		options.Supported = lackingInModules
	}
	result := api.Transform(text, options)
	if len(result.Errors) > 0 {
		first := result.Errors[0]
		if first.Location != nil {
			return nil, &SyntaxError{Message: first.Text, Line: first.Location.Line, Column: first.Location.Column + 1}
		}
		return nil, fmt.Errorf("%s: %s", o.Name, first.Text)
	}
	sources, err := sourcemap.Parse("", result.Map)
	if err != nil {
		return nil, fmt.Errorf("%s: source map: %w", o.Name, err)
	}
	return &Result{Code: string(result.Code), sources: sources}, nil
}
