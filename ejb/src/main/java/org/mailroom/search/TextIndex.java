package org.mailroom.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.mailroom.store.ContentKey;
import org.mailroom.text.MessageTerms;

/**
 * Terms of contents, on the disk. One thread changes it, any search it. After an exception it is
 * not used any more.
 */
final class TextIndex implements AutoCloseable {

  /** Characters are folded by tables of the JDK, which its next release may have more of. */
  private static final Map<String, String> FORM =
      Map.of("mailroom", "1, Java " + Runtime.version().feature());

  private static final double BUFFER_MIB = 16;
  private static final FieldType TERMS = terms();

  private final Directory folder;
  private final IndexWriter writer;
  private final SearcherManager searchers;
  private volatile ContentIds known = ContentIds.NONE;
  private volatile boolean broken;

  private TextIndex(Directory folder, IndexWriter writer) throws IOException {
    this.folder = folder;
    this.writer = writer;
    this.searchers = new SearcherManager(writer, null);
  }

  private static FieldType terms() {
    FieldType type = new FieldType();
    type.setIndexOptions(IndexOptions.DOCS);
    type.setOmitNorms(true);
    type.freeze();
    return type;
  }

  /**
   * Opens an index, or makes one where there is none.
   *
   * @throws IOException when it is damaged, of another form, or in use
   */
  static TextIndex open(Path path) throws IOException {
    Directory folder = FSDirectory.open(path);
    IndexWriter writer = null;
    boolean opened = false;
    try {
      if (DirectoryReader.indexExists(folder)) {
        check(folder);
      }
      IndexWriterConfig config = new IndexWriterConfig();
      config.setRAMBufferSizeMB(BUFFER_MIB);
      config.setMergeScheduler(new SerialMergeScheduler());
      writer = new IndexWriter(folder, config);
      writer.setLiveCommitData(FORM.entrySet());
      writer.commit();
      TextIndex index = new TextIndex(folder, writer);
      opened = true;
      return index;
    } finally {
      if (!opened) {
        abandon(folder, writer);
      }
    }
  }

  private static void check(Directory folder) throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(folder)) {
      if (!reader.getIndexCommit().getUserData().equals(FORM)) {
        throw new IOException("It is of another form");
      }
      for (LeafReaderContext leaf : reader.leaves()) {
        leaf.reader().checkIntegrity();
      }
    }
  }

  private static void abandon(Directory folder, IndexWriter writer) throws IOException {
    try (folder) {
      if (writer != null) {
        writer.rollback();
      }
    }
  }

  /** Those whose terms a search sees; one that is asked for afterwards sees no fewer. */
  ContentIds known() {
    return known;
  }

  /** These are in the index. */
  void know(Iterable<Long> ids) {
    known = known.with(ids);
  }

  /** Contents of some ids that a search sees, by id, with their prints. */
  Map<Long, Long> prints(long first, long before) throws IOException {
    Map<Long, Long> prints = new HashMap<>();
    see(TextQuery.between(first, before), prints::put);
    return prints;
  }

  /** Contents that match. */
  ContentIds search(Query query) throws IOException {
    ContentIds.Builder found = new ContentIds.Builder();
    see(query, (id, print) -> found.add(id));
    return found.build();
  }

  private void see(Query query, Hits.Hearer hearer) throws IOException {
    IndexSearcher searcher = searchers.acquire();
    try {
      searcher.setQueryCache(null);
      Hits.of(query, searcher, hearer);
    } finally {
      searchers.release(searcher);
    }
  }

  /** Adds a content; a search sees it after the next {@link #commit}. */
  void add(ContentKey key, MessageTerms terms) throws IOException {
    Document document = new Document();
    document.add(new LongPoint(TextQuery.ID, key.id()));
    document.add(new NumericDocValuesField(TextQuery.ID, key.id()));
    document.add(new NumericDocValuesField(TextQuery.PRINT, key.print()));
    document.add(new Field(TextQuery.HEADER, new TermTokens(terms.header()), TERMS));
    document.add(new Field(TextQuery.BODY, new TermTokens(terms.body()), TERMS));
    if (!terms.areKnown()) {
      document.add(new StringField(TextQuery.UNKNOWN, TextQuery.UNKNOWN, Field.Store.NO));
    }
    writer.addDocument(document);
  }

  /** Removes contents, which are not known any more. */
  void remove(List<Long> ids) throws IOException {
    known = known.without(ids);
    writer.deleteDocuments(ids.stream().map(TextQuery::is).toArray(Query[]::new));
  }

  /** Writes all to the disk, where searches see it. */
  void commit() throws IOException {
    writer.commit();
    searchers.maybeRefreshBlocking();
  }

  /** It can't be used any more. */
  void tellBroken() {
    broken = true;
  }

  /** True when somebody could not use it. */
  boolean isBroken() {
    return broken;
  }

  /** Leaves it as the last commit did. */
  void abandon() throws IOException {
    known = ContentIds.NONE;
    try (searchers) {
      abandon(folder, writer);
    }
  }

  @Override
  public void close() throws IOException {
    known = ContentIds.NONE;
    try (folder;
        writer;
        searchers) {
      writer.commit();
    }
  }
}
