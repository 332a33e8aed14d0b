package onebook.rules;

import com.ezylang.evalex.EvaluationException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.functions.AbstractFunction;
import com.ezylang.evalex.functions.FunctionParameter;
import com.ezylang.evalex.parser.ParseException;
import com.ezylang.evalex.parser.Token;
import java.util.Map;

/** A rule's condition. It can compare and combine facts; it can reach nothing else. */
final class Condition {
    private static final ExpressionConfiguration LANGUAGE = ExpressionConfiguration.builder()
            .arraysAllowed(false).structuresAllowed(false).build()
            .withAdditionalFunctions(Map.entry("has", new Has()));

    private final String text;

    Condition(String text) {
        this.text = text;
    }

    boolean holds(Facts facts) {
        Expression expression = new Expression(text, LANGUAGE);
        facts.texts().forEach(expression::with);
        facts.flags().forEach(expression::with);
        facts.amounts().forEach((name, amount) -> expression.with(name, amount.toDecimal()));
        try {
            return expression.evaluate().getBooleanValue();
        } catch (EvaluationException | ParseException wrong) {
            throw new IllegalArgumentException("rule condition: " + text, wrong);
        }
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
