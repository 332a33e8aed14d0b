package onebook.robot;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** Values of the book as JSON text, for what is kept beside the log. */
final class Json {
    private static final ObjectMapper MAPPER = prepared(new ObjectMapper());
    private static final ObjectMapper YAML = prepared(new ObjectMapper(new YAMLFactory()));

    private Json() { }

    private static ObjectMapper prepared(ObjectMapper mapper) {
        return mapper.registerModule(new Jdk8Module()).registerModule(new JavaTimeModule())
                .setVisibility(PropertyAccessor.ALL, Visibility.NONE)
                .setVisibility(PropertyAccessor.FIELD, Visibility.ANY)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    static <T> T read(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(wrong.getMessage(), wrong);
        }
    }

    static <T> T yaml(String yaml, Class<T> type) {
        try {
            return YAML.readValue(yaml, type);
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(wrong.getMessage(), wrong);
        }
    }
}
