package onebook;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The compiled product follows the {@link Drawing}; every ban is told with its reason. */
class ArchitectureTest {
    private static final String EXACT =
        "ledger seal invoice bank rules reconcile exchange report tax closing lender";

    private static JavaClasses classes;

    @BeforeAll
    static void read_what_was_compiled() {
        String tests =
            ArchitectureTest.class.getProtectionDomain().getCodeSource().getLocation().getPath();
        classes = new ClassFileImporter()
            .withImportOption(place -> !place.asURI().toString().contains(tests))
            .importPackages("onebook");
    }

    @Test
    void the_order_of_packages_is_printed() {
        StringBuilder text = new StringBuilder("Packages in order; each may import what is named, "
            + "what that may import, and ledger:\n");
        for (Drawing.Part part : Drawing.ORDER) {
            text.append(String.format("  %-10s %-62s %s%n", part.name(),
                part.arrows().isEmpty() ? "" : "-> " + String.join(" ", part.arrows()),
                part.purpose()));
        }
        Drawing.BANS.forEach(ban -> text.append("  only in ").append(ban).append('\n'));
        System.out.println(text);
        assertThat(classes).as("compiled classes of the product").hasSizeGreaterThan(30);
    }

    @Test
    void every_package_is_in_the_order() {
        Set<String> known = new LinkedHashSet<>();
        Drawing.ORDER.forEach(part -> known.add(part.name()));
        assertThat(classes.stream().map(ArchitectureTest::partOf)).allMatch(known::contains);
    }

    @Test
    void imports_follow_the_arrows() {
        Map<String, Set<String>> reach = Drawing.reach();
        List<String> against = new ArrayList<>();
        dependencies().filter(use -> isOurs(use.getTargetClass())).forEach(use -> {
            String from = partOf(use.getOriginClass());
            if (!reach.get(from).contains(partOf(use.getTargetClass()))) {
                against.add(use.getDescription() + ": " + from + " may import " + reach.get(from));
            }
        });
        assertThat(against).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> libraries_stay_where_they_belong() {
        return Drawing.BANS.stream().map(ban -> DynamicTest.dynamicTest("only in " + ban, () ->
            assertThat(dependencies().filter(ban::forbids).map(Dependency::getDescription))
                .as(ban.reason()).isEmpty()));
    }

    @Test
    void the_vocabulary_and_the_seal_need_nothing_but_java() {
        assertThat(dependencies()
            .filter(use -> Set.of("ledger", "seal").contains(partOf(use.getOriginClass())))
            .filter(use -> !isOurs(use.getTargetClass()) && !isPlainJava(use.getTargetClass()))
            .map(Dependency::getDescription)).isEmpty();
    }

    @Test
    void the_vocabulary_is_read_in_one_sitting() {
        assertThat(classes.stream().filter(type -> partOf(type).equals("ledger"))
            .filter(JavaClass::isTopLevelClass)
            .filter(type -> !type.getSimpleName().equals("package-info")))
            .hasSizeLessThanOrEqualTo(18);
    }

    @Test
    void the_verifier_needs_nothing_but_a_runtime() {
        Assumptions.assumeTrue(classes.contain("onebook.cli.VerifyMain"), "no verifier yet");
        Set<JavaClass> needed = reachedFrom(classes.get("onebook.cli.VerifyMain"));
        assertThat(needed).allMatch(type ->
            List.of("ledger", "seal", "report", "lender").contains(partOf(type))
                || type.getName().startsWith("onebook.cli.Ver"));
        assertThat(needed.stream().flatMap(type -> type.getDirectDependenciesFromSelf().stream())
            .filter(use -> !isOurs(use.getTargetClass()) && !isPlainJava(use.getTargetClass()))
            .map(Dependency::getDescription)).isEmpty();
    }

    @Test
    void only_the_command_line_prints() {
        assertThat(accesses(use -> use.getTargetOwner().getName().equals("java.lang.System")
            && Set.of("out", "err").contains(use.getTarget().getName()), "cli", "app.start"))
            .isEmpty();
        assertThat(accesses(use -> use.getTarget().getName().equals("printStackTrace"), "cli"))
            .isEmpty();
    }

    @Test
    void only_a_main_class_ends_the_process() {
        assertThat(accesses(
            use -> use.getTarget().getFullName().startsWith("java.lang.System.exit("),
            "cli", "app.start")).isEmpty();
    }

    @Test
    void time_is_handed_in() {
        assertThat(accesses(ArchitectureTest::asksTheTime, "cli", "app.start")).isEmpty();
    }

    @Test
    void money_is_never_floating() {
        List<JavaClass> exact = classes.stream()
            .filter(type -> Set.of(EXACT.split(" ")).contains(partOf(type))).toList();
        Stream<String> fields = exact.stream().flatMap(type -> type.getFields().stream())
            .filter(field -> isFloating(field.getRawType())).map(JavaField::getFullName);
        Stream<String> signatures = exact.stream().flatMap(type -> type.getCodeUnits().stream())
            .filter(ArchitectureTest::hasFloatingSignature).map(JavaCodeUnit::getFullName);
        Stream<String> calls = exact.stream()
            .flatMap(type -> type.getCodeUnitCallsFromSelf().stream())
            .filter(ArchitectureTest::callsFloating).map(JavaAccess::getDescription);
        assertThat(Stream.of(fields, signatures, calls).flatMap(found -> found)).isEmpty();
    }

    @Test
    void the_desktop_does_no_arithmetic() {
        Map<String, Set<String>> arithmetic = Map.of(
            "onebook.ledger.Money", Set.of("plus", "minus", "negated", "times"),
            "java.math.BigDecimal", Set.of("add", "subtract", "multiply", "divide", "negate"));
        assertThat(accesses(use -> partOf(use.getOriginOwner()).equals("app")
            && arithmetic.getOrDefault(use.getTargetOwner().getName(), Set.of())
                .contains(use.getTarget().getName()))).isEmpty();
    }

    @Test
    void nothing_points_in_a_circle() {
        SlicesRuleDefinition.slices().matching("onebook.(*)..").should().beFreeOfCycles()
            .check(classes);
        SlicesRuleDefinition.slices().matching("onebook.app.(*)..").should().beFreeOfCycles()
            .allowEmptyShould(true).check(classes);
    }

    private static boolean asksTheTime(JavaAccess<?> use) {
        String target = use.getTarget().getFullName();
        return target.matches("java\\.time\\.\\w+\\.now\\((java\\.time\\.ZoneId)?\\)")
            || target.startsWith("java.time.Clock.system")
            || target.equals("java.lang.System.currentTimeMillis()")
            || target.equals("java.util.Date.<init>()");
    }

    private static boolean isFloating(JavaClass type) {
        return Set.of("double", "float", "java.lang.Double", "java.lang.Float")
            .contains(type.getBaseComponentType().getName());
    }

    private static boolean hasFloatingSignature(JavaCodeUnit unit) {
        return isFloating(unit.getRawReturnType())
            || unit.getRawParameterTypes().stream().anyMatch(ArchitectureTest::isFloating);
    }

    private static boolean callsFloating(JavaCall<?> call) {
        return isFloating(call.getTargetOwner())
            || call.getTarget().getName().matches("(double|float)Value")
            || call.getTargetOwner().getName().equals("java.lang.Math")
            && call.getTarget().getRawParameterTypes().stream()
                .anyMatch(ArchitectureTest::isFloating);
    }

    private static Stream<Dependency> dependencies() {
        return classes.stream().flatMap(type -> type.getDirectDependenciesFromSelf().stream());
    }

    private static List<String> accesses(Predicate<JavaAccess<?>> wanted, String... allowed) {
        List<String> found = new ArrayList<>();
        for (JavaClass type : classes) {
            for (JavaAccess<?> access : type.getAccessesFromSelf()) {
                if (wanted.test(access)
                        && Stream.of(allowed).noneMatch(place -> Drawing.isIn(type, place))) {
                    found.add(access.getDescription());
                }
            }
        }
        return found;
    }

    private static Set<JavaClass> reachedFrom(JavaClass start) {
        Set<JavaClass> reached = new LinkedHashSet<>(Set.of(start));
        Deque<JavaClass> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            for (Dependency use : open.remove().getDirectDependenciesFromSelf()) {
                JavaClass target = use.getTargetClass().getBaseComponentType();
                if (isOurs(target) && reached.add(target)) {
                    open.add(target);
                }
            }
        }
        return reached;
    }

    private static boolean isOurs(JavaClass type) {
        return type.getBaseComponentType().getPackageName().startsWith("onebook.");
    }

    private static boolean isPlainJava(JavaClass type) {
        JavaClass base = type.getBaseComponentType();
        return base.isPrimitive() || base.getPackageName()
            .matches("java\\.(lang|io|math|net|nio|security|text|time|util)(\\..*)?"
                + "|javax\\.crypto(\\..*)?")
            && !base.getPackageName().startsWith("java.util.logging");
    }

    private static String partOf(JavaClass type) {
        String[] names = type.getBaseComponentType().getPackageName().split("\\.");
        return names.length < 2 ? "" : names[1];
    }
}
