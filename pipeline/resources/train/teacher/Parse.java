import edu.emory.mathcs.nlp.component.template.node.NLPNode;
import edu.emory.mathcs.nlp.component.tokenizer.token.Token;
import edu.emory.mathcs.nlp.decode.NLPDecoder;
import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Parses sentences with NLP4J: java Parse CONFIG.xml < sentences.tsv > trees.tsv. A sentence a line, its words between tabs; for each word comes out
 * its head (from 1, 0 for the root), a space and its relation. CONFIG.xml is config-decode-en.xml of nlp4j-api, without names and gazetteers. The jars
 * nlp4j-api 1.1.3 and nlp4j-english 1.1.2 stand on the class path.
 */
public class Parse {
  public static void main(String[] arguments) throws Exception {
    NLPDecoder decoder = new NLPDecoder(new FileInputStream(arguments[0]));
    BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    PrintStream out = new PrintStream(System.out, false, "UTF-8");
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      List<Token> tokens = new ArrayList<>();
      for (String word : line.split("\t")) tokens.add(new Token(word));
      NLPNode[] nodes = decoder.toNodeArray(tokens);
      decoder.decode(nodes);
      List<String> words = new ArrayList<>();
      for (int node = 1; node < nodes.length; node++) {
        words.add(nodes[node].getDependencyHead().getID() + " " + nodes[node].getDependencyLabel());
      }
      out.println(String.join("\t", words));
    }
    out.flush();
  }
}
