package onebook;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.type.TypeKind;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** What the compiler's parser says of one source file: its types, methods and floating figures. */
record JavaFile(String path, List<String> lines, List<String> types, List<Method> methods,
        List<String> floating) {

    /** @param lines from the first line of its signature or annotations to the closing brace */
    record Method(String where, String name, int lines, int parameters, boolean isTest) {
    }

    static JavaFile read(String path) {
        String text = onebook.Tree.text(path);
        JavaFileObject source = new SimpleJavaFileObject(URI.create("string:///" + path),
                JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreErrors) {
                return text;
            }
        };
        JavacTask task = (JavacTask) ToolProvider.getSystemJavaCompiler()
            .getTask(null, null, null, List.of("-proc:none"), null, List.of(source));
        try {
            CompilationUnitTree unit = task.parse().iterator().next();
            Reader reader = new Reader(path, unit, Trees.instance(task).getSourcePositions());
            reader.scan(unit, null);
            return new JavaFile(path, text.lines().toList(), reader.types, reader.methods,
                reader.floating);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Reader extends TreeScanner<Void, ClassTree> {
        private static final Set<String> TESTS = Set.of("Test", "ParameterizedTest", "TestFactory",
            "RepeatedTest");
        private final String path;
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final List<String> types = new ArrayList<>();
        private final List<Method> methods = new ArrayList<>();
        private final List<String> floating = new ArrayList<>();

        Reader(String path, CompilationUnitTree unit, SourcePositions positions) {
            this.path = path;
            this.unit = unit;
            this.positions = positions;
        }

        @Override
        public Void visitClass(ClassTree type, ClassTree outer) {
            types.add(type.getSimpleName().toString());
            return super.visitClass(type, type);
        }

        @Override
        public Void visitMethod(MethodTree method, ClassTree type) {
            LineMap map = unit.getLineMap();
            int first = (int) map.getLineNumber(positions.getStartPosition(unit, method));
            int last = (int) map.getLineNumber(positions.getEndPosition(unit, method));
            boolean isConstructor = method.getName().contentEquals("<init>");
            boolean isRecord = type.getKind() == Kind.RECORD;
            int parameters = isConstructor && isRecord ? 0 : method.getParameters().size();
            boolean isTest = method.getModifiers().getAnnotations().stream()
                .anyMatch(note -> TESTS.contains(note.getAnnotationType().toString()));
            methods.add(new Method(path + ":" + first, method.getName().toString(),
                last - first + 1, parameters, isTest));
            return super.visitMethod(method, type);
        }

        @Override
        public Void visitPrimitiveType(PrimitiveTypeTree tree, ClassTree type) {
            TypeKind kind = tree.getPrimitiveTypeKind();
            note(tree, kind == TypeKind.DOUBLE || kind == TypeKind.FLOAT);
            return null;
        }

        @Override
        public Void visitIdentifier(IdentifierTree tree, ClassTree type) {
            note(tree, Set.of("Double", "Float").contains(tree.getName().toString()));
            return null;
        }

        @Override
        public Void visitLiteral(LiteralTree tree, ClassTree type) {
            note(tree, Set.of(Kind.DOUBLE_LITERAL, Kind.FLOAT_LITERAL).contains(tree.getKind()));
            return null;
        }

        private void note(com.sun.source.tree.Tree tree, boolean isFloating) {
            if (isFloating) {
                long line = unit.getLineMap().getLineNumber(positions.getStartPosition(unit, tree));
                floating.add(path + ":" + line + " " + tree);
            }
        }
    }
}
