package onebook.rules;

import com.ezylang.evalex.BaseException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.config.MapBasedFunctionDictionary;
import com.ezylang.evalex.config.MapBasedOperatorDictionary;
import com.ezylang.evalex.config.OperatorDictionaryIfc;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.functions.AbstractFunction;
import com.ezylang.evalex.functions.FunctionParameter;
import com.ezylang.evalex.operators.arithmetic.PrefixMinusOperator;
import com.ezylang.evalex.operators.booleans.InfixAndOperator;
import com.ezylang.evalex.operators.booleans.InfixEqualsOperator;
import com.ezylang.evalex.operators.booleans.InfixGreaterEqualsOperator;
import com.ezylang.evalex.operators.booleans.InfixGreaterOperator;
import com.ezylang.evalex.operators.booleans.InfixLessEqualsOperator;
import com.ezylang.evalex.operators.booleans.InfixLessOperator;
import com.ezylang.evalex.operators.booleans.InfixNotEqualsOperator;
import com.ezylang.evalex.operators.booleans.InfixOrOperator;
import com.ezylang.evalex.operators.booleans.PrefixNotOperator;
import com.ezylang.evalex.parser.Token;
import java.util.Map;
import java.util.Set;
import onebook.ledger.Money;

/**
 * A rule's condition. Its language has comparisons, and, or, not, and {@code has}; there is no
 * arithmetic, no clock and no chance in it, and it reaches nothing but the facts.
 */
public final class Condition {
    private static final ExpressionConfiguration LANGUAGE = language();

    private final String text;

    public Condition(String text) {
        this.text = text;
    }

    @SuppressWarnings("unchecked")
    private static ExpressionConfiguration language() {
        return ExpressionConfiguration.builder()
                .arraysAllowed(false).structuresAllowed(false).binaryAllowed(false)
                .implicitMultiplicationAllowed(false).operatorDictionary(operators())
                .functionDictionary(
                        MapBasedFunctionDictionary.ofFunctions(Map.entry("has", new Has())))
                .defaultConstants(
                        Map.of("true", EvaluationValue.TRUE, "false", EvaluationValue.FALSE))
                .build();
    }

    @SuppressWarnings("unchecked")
    private static OperatorDictionaryIfc operators() {
        return MapBasedOperatorDictionary.ofOperators(
                Map.entry("&&", new InfixAndOperator()), Map.entry("||", new InfixOrOperator()),
                Map.entry("!", new PrefixNotOperator()), Map.entry("-", new PrefixMinusOperator()),
                Map.entry("==", new InfixEqualsOperator()),
                Map.entry("!=", new InfixNotEqualsOperator()),
                Map.entry(">", new InfixGreaterOperator()),
                Map.entry(">=", new InfixGreaterEqualsOperator()),
                Map.entry("<", new InfixLessOperator()),
                Map.entry("<=", new InfixLessEqualsOperator()));
    }

    /** @param facts texts, truths and amounts by name */
    public boolean holds(Map<String, ?> facts) {
        return value(facts).getBooleanValue();
    }

    /** The names of the facts it asks for. */
    public Set<String> names() {
        try {
            return new Expression(text, LANGUAGE).getUsedVariables();
        } catch (BaseException wrong) {
            throw wrong(wrong.getMessage());
        }
    }

    /** Throws {@link IllegalArgumentException} where it cannot be asked of facts like these. */
    public void check(Map<String, ?> facts) {
        Set<String> unknown;
        try {
            unknown = of(facts).getUndefinedVariables();
        } catch (BaseException wrong) {
            throw wrong(wrong.getMessage());
        }
        if (!unknown.isEmpty()) {
            throw wrong("nothing here is called " + String.join(", ", unknown));
        }
        if (!value(facts).isBooleanValue()) {
            throw wrong("it is neither true nor false");
        }
    }

    private EvaluationValue value(Map<String, ?> facts) {
        try {
            return of(facts).evaluate();
        } catch (BaseException wrong) {
            throw wrong(wrong.getMessage());
        }
    }

    private Expression of(Map<String, ?> facts) {
        Expression expression = new Expression(text, LANGUAGE);
        facts.forEach((name, fact) -> expression.with(name,
                fact instanceof Money amount ? amount.toDecimal() : fact));
        return expression;
    }

    private IllegalArgumentException wrong(String why) {
        return new IllegalArgumentException("condition " + text + ": " + why);
    }

    /** has("网银转账手续费", "手续费|年费"): true where the text contains one of the words. */
    @FunctionParameter(name = "text")
    @FunctionParameter(name = "words")
    static final class Has extends AbstractFunction {
        @Override
        public EvaluationValue evaluate(Expression expression, Token token,
                EvaluationValue... values) {
            String text = CompanyProfile.plain(values[0].getStringValue());
            for (String word : values[1].getStringValue().split("\\|")) {
                if (text.contains(word)) {
                    return expression.convertValue(true);
                }
            }
            return expression.convertValue(false);
        }
    }
}
